Key figures of a year or any other period, per manager, site, municipality, carrier and applicant: frozen, without persons, small numbers withheld.
