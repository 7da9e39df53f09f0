/**
 * A repaired device goes back to its customer. Lives above repairs and billing because it asks both.
 *
 * <p>Words: handover (entrega).
 */
package com.servistech.erp.handover;
