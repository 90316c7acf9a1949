Grants and positions as dated data: FTE-months, sums due, ends of funding on a timeline with reminders, and the proof of use as PDF.
