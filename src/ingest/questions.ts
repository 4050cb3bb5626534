/** Questions of citizens and enterprises with the office's answers. */

/** '…有哪些？', '如何申领失业保险金', '…能否延续', '…需要什么材料' */
const ASKS =
  /[？?]$|^(?:如何|怎样|怎么|哪些|哪里|哪种|什么|为什么|是否)|(?:是什么|有哪些|有哪几类|是多少|多少钱|多久|多长时间|怎么办|如何\p{Script=Han}{2,12}|什么\p{Script=Han}{2,6}|能否\p{Script=Han}{2,12}|吗|呢)[？?]?$/u;

export const isQuestion = (text: string): boolean => ASKS.test(text);
