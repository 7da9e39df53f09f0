/** Redis as what remembers standings. */
package com.servistech.erp.identity.redis;
