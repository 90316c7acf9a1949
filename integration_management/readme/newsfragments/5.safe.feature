Key figures withhold what few people stand behind, and what would give it away; a linear solver in the tests tries and fails to find it out.
