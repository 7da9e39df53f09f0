/**
 * Encryption in the Cryptographic Message Syntax (RFC 5652 and 5083, AES-256-GCM): what {@code openssl cms -decrypt}
 * reads without this program.
 */
package com.servistech.erp.backup.cms;
