/** Backups of the chain, and whether they were proven (respaldos). */
package com.servistech.erp.sdk.backup;
