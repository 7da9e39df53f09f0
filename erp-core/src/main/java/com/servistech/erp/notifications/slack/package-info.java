/** Notices in a channel of Slack. */
package com.servistech.erp.notifications.slack;
