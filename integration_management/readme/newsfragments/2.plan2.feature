Needs become goals with steps, from templates or in the client's own words; the plan is printed, signed on screen or paper, and continued in a new version.
