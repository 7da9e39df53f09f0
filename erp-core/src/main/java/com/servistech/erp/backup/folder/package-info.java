/** Backups in a folder of this computer, or of another one that is mounted here. */
package com.servistech.erp.backup.folder;
