/** The books (libros): journal, trial balance and closed months. */
package com.servistech.erp.sdk.ledger;
