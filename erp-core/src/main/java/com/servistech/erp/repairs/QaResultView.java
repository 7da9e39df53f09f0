package com.servistech.erp.repairs;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a check found. */
public record QaResultView(
        UUID id,
        boolean passed,
        List<QaTest> tests,
        String notes,
        UUID checkedBy,
        String checkedByName,
        Instant checkedAt) {}
