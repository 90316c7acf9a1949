A demo city and a free carrier with five managers and 62 invented cases let you try everything at once.
