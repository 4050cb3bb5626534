/** 并, where it joins two deeds or two things in the words of a document: in 并网, 并购, 并列 it is part of a word. As a pattern's source. */
export const AND = '并(?![购网行列入联轨表案])';
