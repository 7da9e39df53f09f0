/** Backups in a bucket of Amazon S3, or of a store that speaks like it. */
package com.servistech.erp.backup.s3;
