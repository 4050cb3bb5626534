/** Words for what is not about a policy. Short, natural, Chinese. */

export const general = {
  firstContact:
    '（我会记下您告诉我的企业情况，方便下次接着算；发“忘记我”就全部删除，发“我的数据”可以拿走。）',
  help: [
    '我按政策文件原文回答：能享受什么、够不够条件、能拿多少、什么时候截止、归哪个部门。',
    '可以直接问，比如“端午没停工有补贴吗”；也可以报情况让我算，比如“在岗350人，用电涨了12%，能拿多少”。',
    '常用：政策体检 · 我的资料 · 提醒我 · 我的提醒 · 结果单 · 转人工 · 重来 · 忘记我',
  ].join('\n'),
  stopped: '好的，先到这里。您说的情况我都记着，想接着算就说“继续”，也可以问别的。',
  reset: '好，重新开始。刚才说的企业情况已清空，您直接问就行。',
  nothingToGoBackTo: '没有上一步可退了。您可以直接说要改的情况，比如“在岗改成302人”。',
  wentBack: '已退回上一步。',
  nothingSaid: '前面还没有说到哪项政策。您想问什么，直接说就行。',
  unfinished: '您接着说，我听着。',
  waits: '好，不急，知道了再告诉我。',
  sorry: '不好意思，让您费心了。',
  notTheseWhat: '好，那您想问的是哪件事？说个名字或想办的事就行。',
  wentBackToList: '回到刚才的列表，要看哪一条？',
  wentBackTo: (facts: string) => (facts ? `现在记着：${facts}。` : '现在还没有记下您的情况，重新说就行。'),
  nothingToContinue: '现在没有谈到一半的事。您想问哪项政策？',
  goodbye: '不客气，再见。有政策问题随时来问。',
  /** Behind an answer that is likely meant. */
  ifNotThis: '问的不是这条，回序号：',
  /** The thing in hand stays in hand. */
  stayed: (title: string) =>
    `这句我没对上「${title}」里的哪一点。接着问它直接说；问别的，说说是什么企业、想办什么事。`,
  notFollowed: '这句我没听明白。想问哪项政策、想办什么事，直接说就行；要人来答，说“转人工”。',
  mood: '我在。想接着问就直接说；要人来答，说“转人工”。',
  fine: '好的。还有要问的，随时说。',
  goAhead: '请说，想问哪项政策，或者想办什么事？也可以报一下企业情况，我来看能享受什么。',
  notInList: (count: number) => `只有${count}项可选，回1到${count}的序号，或者直接说名字。`,
  noList: '现在没有可选的列表。想问哪项政策，直接说就行。',
  whichPolicy: '您问的是哪项政策？说个名字或想办的事就行，比如“不停工补贴”；想看能享受什么，说“政策体检”。',
  whichOfThese: '您问的是哪一条？回序号就行：',
  noneOfYear: (year: string) => `收录的文件里没有${year}年的这一项，有没有以主管部门发布的为准。`,
  noneOfLevel: (level: string) => `这件事没有找到${level}里的规定。换个说法，说说想办什么事，我再查。`,
  noOther: '没有别的接近的了。换个说法再问我一次，或者说“转人工”。',
  askForget: (openTickets: string[]) =>
    openTickets.length === 0
      ? '确定要删除您在这里的全部资料、提醒和对话记录吗？回“是”就删除，不能恢复。'
      : `您转人工的问题（${openTickets.join('、')}）还没有人答复，删除后就不会有人再答复您了。仍要删除您在这里的全部资料、提醒、问题和对话记录吗？回“是”就删除，不能恢复；想等答复，回“不”。`,
  forgotten: '已删除您的全部资料、提醒和对话记录。',
  notKeptEither: '这句里别的话也没有记，请再说一遍。',
  kept: '好，没有删除。',
  emptyProfile: '我还没有记下您企业的情况。您可以直接说，比如“制造业，在岗350人，用电涨了12%”。',
  switched: (enterprise: string) =>
    `已换到“${enterprise}”，从它的情况重新算。之前企业的资料还留着，说“换企业”加名字就能换回去。`,
  whichEnterprise: '换到哪家企业？请说“换企业”加名字，比如“换企业 甲公司”。',
  noSheet: '还没有测算过，先告诉我想看哪项政策，或者说“政策体检”。',
  trouble: '抱歉，我这边出了点问题，没处理好这条消息。请再发一次，或者说“转人工”。',
  orPerson: '需要人来答，就说“转人工”。',
  whichNumber: '这个数字是指什么？请连单位一起说，比如“在岗350人”“用电涨了12%”。',
  noMatter: '没关系。知道哪一点就说哪一点，也可以问别的政策。',
  empty: '我没看到文字。请用文字告诉我想问的政策或企业情况。',
  /** Certificates, seals, applications. */
  givesNothingOut: (whom: string | null) =>
    `我是机器人，开不了证明、盖不了章，也不能替您申报；够不够条件要由${whom ?? '责任单位'}认定。我能给您条文和出处，说“结果单”可以把刚才的测算整理出来。`,
} as const;
