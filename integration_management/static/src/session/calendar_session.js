import { AttendeeCalendarCommonPopover } from "@calendar/views/attendee_calendar/common/attendee_calendar_common_popover";
import { CalendarQuickCreateFormController } from "@calendar/views/calendar_form/calendar_quick_create";
import { patch } from "@web/core/utils/patch";

patch(AttendeeCalendarCommonPopover.prototype, {
    get isIntegrationSession() {
        return Boolean(this.props.record.rawRecord.integration_case_id);
    },

    /** From the calendar entry to the session behind it. */
    async onClickOpenSession() {
        const action = await this.orm.call("calendar.event", "action_open_integration_session", [
            this.props.record.id,
        ]);
        this.props.close();
        if (action) {
            const model = this.props.model;
            this.actionService.doAction(action, { onClose: () => model.load() });
        }
    },
});

patch(CalendarQuickCreateFormController.prototype, {
    /** Take the chosen case along to the full form. */
    goToFullEvent() {
        const caseId = this.model.root.data.integration_case_id?.id;
        if (!caseId) {
            return super.goToFullEvent(...arguments);
        }
        const doAction = this.actionService.doAction;
        const actionService = {
            ...this.actionService,
            doAction: (action, { additionalContext }) =>
                doAction.call(this.actionService, action, {
                    additionalContext: {
                        ...additionalContext,
                        default_integration_case_id: caseId,
                    },
                }),
        };
        return super.goToFullEvent.call(Object.assign(Object.create(this), { actionService }));
    },
});
