A needs assessment takes one click for each life area; "not discussed" and "not wanted" are as quick as a number, the next one shows what has changed, also as a radar chart and on paper.
