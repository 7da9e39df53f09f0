/** Files (archivos): pictures and scans of receipts. */
package com.servistech.erp.sdk.files;
