/**
 * Pictures and scans: receipts, later photos and signatures. What a file is, is told by its bytes and never by its sender;
 * it is found by its id, so that no name of a client reaches a disk.
 *
 * <p>Words: file (archivo), receipt (comprobante), file store (almacén de archivos).
 */
package com.servistech.erp.files;
