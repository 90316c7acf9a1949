Consents and plans are signed on a phone or tablet at the talk; what was shown, in which language, when and how it was interpreted is sealed with both signatures.
