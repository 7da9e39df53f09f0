/** JSON in and out, by Jackson: strict about what comes in, exact about what goes out. */
package com.servistech.erp.http.json;
