package com.servistech.erp.notifications;

import java.util.UUID;

/**
 * A notice that this process is to tell now.
 *
 * @param id of the event that it is about
 * @param attempt 1 the first time
 */
public record WaitingNotice(UUID id, Notice notice, int attempt) {}
