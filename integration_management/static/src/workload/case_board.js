import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { KanbanRenderer } from "@web/views/kanban/kanban_renderer";
import { kanbanView } from "@web/views/kanban/kanban_view";

/**
 * The board of cases by number. Dropping a card on another manager changes nothing: it
 * opens the request to the manager who has the case.
 */
export class CaseBoardRenderer extends KanbanRenderer {
    setup() {
        super.setup();
        this.action = useService("action");
        this.orm = useService("orm");
    }

    async sortRecordDrop(recordId, groupId, { element, parent }) {
        parent?.classList.remove("o_kanban_hover");
        const target = this.props.list.groups.find((group) => group.id === parent?.dataset.id);
        const record = this.props.list.records.find((found) => found.id === recordId);
        if (!target || !record || target.id === groupId || !target.value) {
            return;
        }
        const action = await this.orm.call("integration.workload.case", "action_suggest", [
            [record.resId],
            target.value,
        ]);
        await this.action.doAction(action);
    }
}

registry.category("views").add("integration_case_board", {
    ...kanbanView,
    Renderer: CaseBoardRenderer,
});
