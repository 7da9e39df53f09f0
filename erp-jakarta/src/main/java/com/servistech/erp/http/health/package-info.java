/** Health reports over HTTP; whether the server itself is well says {@code /health}. */
package com.servistech.erp.http.health;
