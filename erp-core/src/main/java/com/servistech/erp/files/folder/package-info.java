/** Files in a folder of this computer, or one that is mounted there. */
package com.servistech.erp.files.folder;
