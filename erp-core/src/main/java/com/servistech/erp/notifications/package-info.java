/**
 * What the people who look after the ERP are told, wherever they are. Telling never stops or undoes anything: what could
 * not be told waits, also for another process, and is given up after a day.
 *
 * <p>Words: notice (aviso), channel (canal).
 */
package com.servistech.erp.notifications;
