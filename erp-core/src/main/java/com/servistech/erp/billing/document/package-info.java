/**
 * Any issued document, read as one thing: for paper, for a provider.
 *
 * <p>Words: document (documento), pending control (pendiente de número de control).
 */
package com.servistech.erp.billing.document;
