package com.servistech.erp.catalogue;

import java.util.UUID;

/** A model of a device: Samsung, Galaxy A54. */
public record DeviceModel(UUID id, String brand, String name) {}
