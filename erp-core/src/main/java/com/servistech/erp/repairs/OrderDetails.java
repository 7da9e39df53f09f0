package com.servistech.erp.repairs;

import com.servistech.erp.error.Problems;

/**
 * What may be put right about an order while it is open.
 *
 * @param reportedIssue null to leave it
 * @param priority null to leave it
 * @param diagnosis null to leave it
 */
public record OrderDetails(String reportedIssue, Priority priority, String diagnosis) {

    OrderDetails checked() {
        Problems problems = new Problems();
        String issue = problems.optional("/reportedIssue", reportedIssue, 2000);
        String found = problems.optional("/diagnosis", diagnosis, 4000);
        problems.refuseIfAny();
        return new OrderDetails(issue, priority, found);
    }
}
