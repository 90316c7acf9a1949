Coordinators pass enquiries on with a call-back channel and a language only, and forget them; managers ask colleagues of all carriers without naming anybody.
