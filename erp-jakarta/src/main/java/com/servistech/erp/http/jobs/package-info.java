/** Jobs over HTTP; the words are those of the core's feature of the same name. */
package com.servistech.erp.http.jobs;
