package dev.lockkeeper.bootstrap.architecture.planted.adapter.rest.catalog;

import com.nimbusds.jwt.SignedJWT;

record ReadsTokensElsewhere(SignedJWT token) {}
