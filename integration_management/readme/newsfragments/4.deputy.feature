Deputies for a period, for the clients who agree; of the others only number, allowed contact and appointments. Emergency access by two people for 24 hours.
