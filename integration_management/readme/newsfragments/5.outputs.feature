Reports from frozen key figures: workbook (XLSX), report to the council of each municipality with two charts, narrative report that several carriers write together.
