A case holds the household, circumstances with their dates, and one consent per purpose with the exact text shown and a form to print; papers that expire are announced in time.
