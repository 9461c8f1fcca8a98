// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/self_signed.h"

#include <QSslCertificate>
#include <QSslKey>

namespace tests {

namespace {

// Made for this file; it protects nothing.
const QByteArray kKey = R"(
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg0x4XnhCgZunG39+t
XI9PtL4V4dvQod7xZiLW/AIBZBChRANCAAQp5T9niCe3AUAToNHdWg1bRs+ur/zW
IP5EwNsCvaQy7o+D6qgBjVf09+HNk+Q/EVIDcIaR4oXIG34DQn7FtHFR
-----END PRIVATE KEY-----
)";

const QByteArray kCertificate = R"(
-----BEGIN CERTIFICATE-----
MIIBjzCCATagAwIBAgIUB21OhqNa02iJTtifA4teeJo2jEswCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJMTI3LjAuMC4xMCAXDTI2MTEyMjE3NTA0MFoYDzIxMjYxMDI5
MTc1MDQwWjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQp5T9niCe3AUAToNHdWg1bRs+ur/zWIP5EwNsCvaQy7o+D6qgBjVf0
9+HNk+Q/EVIDcIaR4oXIG34DQn7FtHFRo2QwYjAdBgNVHQ4EFgQUM3b/b5gXeH0S
bVXn3w9ksmw579EwHwYDVR0jBBgwFoAUM3b/b5gXeH0SbVXn3w9ksmw579EwDwYD
VR0TAQH/BAUwAwEB/zAPBgNVHREECDAGhwR/AAABMAoGCCqGSM49BAMCA0cAMEQC
IDX/yMQqSbWeoiD+w30xYt0vIKi3mQ0lAbK2z2FjCh1EAiBpU+R92AbU2OCW1JfH
Rw5vWpa5zcxdJN7y3I2Ucl1OqQ==
-----END CERTIFICATE-----
)";

} // namespace

QSslConfiguration selfSignedConfiguration()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setPrivateKey(QSslKey(kKey, QSsl::Ec));
    configuration.setLocalCertificate(QSslCertificate(kCertificate));
    return configuration;
}

} // namespace tests
