/** Words that say of a thing spoken of before that it is meant: 回到刚才不停工的 · 房租那个. */
export const BACK = '回到|刚才|刚刚|之前|前面|上面|那个|那条|那项';
