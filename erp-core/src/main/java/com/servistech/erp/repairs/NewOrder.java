package com.servistech.erp.repairs;

import com.servistech.erp.error.Problems;
import java.util.UUID;

/**
 * An intake as written on a form.
 *
 * @param priority null for MEDIUM
 * @param checklist null for an empty one
 * @param termsAccepted an order is taken in only when the customer accepted the terms
 */
public record NewOrder(
        UUID customerId,
        UUID deviceId,
        String reportedIssue,
        Priority priority,
        Checklist checklist,
        boolean termsAccepted) {

    NewOrder checked() {
        Problems problems = new Problems();
        if (customerId == null) {
            problems.add("/customerId", "value.required", "This is required");
        }
        if (deviceId == null) {
            problems.add("/deviceId", "value.required", "This is required");
        }
        String issue = problems.required("/reportedIssue", reportedIssue, 2000);
        Checklist looked = checklist == null ? new Checklist(null) : checklist;
        looked.check(problems);
        if (!termsAccepted) {
            problems.add("/termsAccepted", "terms.not-accepted", "The customer accepts the terms first");
        }
        problems.refuseIfAny();
        return new NewOrder(customerId, deviceId, issue, priority == null ? Priority.MEDIUM : priority, looked, true);
    }
}
