Referrals to offers and offices, releases from secrecy that name data, recipient and matter, a register of disclosures, and neutral e-mails to partners.
