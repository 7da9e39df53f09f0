package com.servistech.erp.backup;

import java.time.LocalDate;
import java.util.Locale;

/** Why a backup is kept, and so for how long: counted in days of the calendar of Caracas. */
public enum Tier {
    /** Every night, thirty days. */
    DAILY,
    /** Sundays, in full and in the fast form, twelve weeks. */
    WEEKLY,
    /** The first daily of a month that succeeds, twelve months, in a storage class for archives. */
    MONTHLY,
    /** Asked for by a person, thirty days. */
    MANUAL;

    private static final int DAYS = 30;
    private static final int WEEKS = 12;
    private static final int MONTHS = 12;

    /** The first day on which a backup of that day may go. */
    public LocalDate expiryOf(LocalDate taken) {
        return switch (this) {
            case DAILY, MANUAL -> taken.plusDays(DAYS + 1L);
            case WEEKLY -> taken.plusWeeks(WEEKS).plusDays(1);
            case MONTHLY -> taken.plusMonths(MONTHS).plusDays(1);
        };
    }

    BackupForm form() {
        return this == WEEKLY ? BackupForm.DIRECTORY : BackupForm.PLAIN;
    }

    StorageClass storageClass() {
        return this == MONTHLY ? StorageClass.ARCHIVE : StorageClass.STANDARD;
    }

    /** Its folder in every store. */
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
