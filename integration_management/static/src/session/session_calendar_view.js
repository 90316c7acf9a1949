import { registry } from "@web/core/registry";
import { CalendarCommonRenderer } from "@web/views/calendar/calendar_common/calendar_common_renderer";
import { CalendarRenderer } from "@web/views/calendar/calendar_renderer";
import { calendarView } from "@web/views/calendar/calendar_view";

/** Names first: in a short session there is room for one line only. */
class SessionCalendarCommonRenderer extends CalendarCommonRenderer {
    static eventTemplate = "integration_management.SessionCalendarEvent";
}

class SessionCalendarRenderer extends CalendarRenderer {
    static components = {
        ...CalendarRenderer.components,
        day: SessionCalendarCommonRenderer,
        week: SessionCalendarCommonRenderer,
        month: SessionCalendarCommonRenderer,
    };
}

registry.category("views").add("integration_session_calendar", {
    ...calendarView,
    Renderer: SessionCalendarRenderer,
});
