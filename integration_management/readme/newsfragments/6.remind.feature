Clients who consent to it are reminded of their appointments by SMS, e-mail or letter, in neutral words and their language; a withdrawal stops it at once.
