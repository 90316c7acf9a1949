Shared work of managers is attacked over real HTTP; time zones, defaults and borrowed access sent by callers widen nothing.
