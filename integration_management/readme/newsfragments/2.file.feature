Household, circumstances with their dates and consents (one per purpose, with the exact text shown) are part of a case; papers that expire are announced in time.
