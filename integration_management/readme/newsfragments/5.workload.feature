Supervisors see workload by manager and cases by number on boards, without a name; a card dragged to another manager becomes a request.
