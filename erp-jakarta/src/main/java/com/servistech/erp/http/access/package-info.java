/**
 * Who may do what over HTTP, said on each resource method and asked by {@link com.servistech.erp.http.access.Gate}
 * before the method runs. The core asks again: it is the lock, this is the order of the questions.
 *
 * <p>Words: gate (portería), caller (quien llama), store choice (sede elegida).
 */
package com.servistech.erp.http.access;
