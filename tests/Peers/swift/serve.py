"""OpenStack Swift with its S3 API, all four servers in one process, for tests on this machine.

Says {"port": N} on its first line once it serves. Ends when its input closes, so that it never outlives a test.
"""
import eventlet

eventlet.monkey_patch()

import argparse
import json
import os
import sys
import time

from eventlet.hubs import trampoline

BACKENDS = ("account", "container", "object")

PROXY = """
[DEFAULT]
swift_dir = {etc}
[pipeline:main]
pipeline = catch_errors s3api tempauth slo proxy-server
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:s3api]
use = egg:swift#s3api
location = {region}
storage_domain = {domain}
dns_compliant_bucket_names = true
[filter:tempauth]
use = egg:swift#tempauth
user_{account}_{user} = {secret} .admin
[filter:slo]
use = egg:swift#slo
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
"""

BACKEND = """
[DEFAULT]
swift_dir = {etc}
devices = {devices}
mount_check = false
[pipeline:main]
pipeline = {name}-server
[app:{name}-server]
use = egg:swift#{name}
"""


class Memory:
    """What memcached is for Swift: the S3 API will not work without one."""

    def __init__(self):
        self.entries = {}

    def get(self, key, raise_on_error=False):
        value, end = self.entries.get(key, (None, 0))
        return value if not end or end > time.time() else None

    def set(self, key, value, serialize=True, time=0, min_compress_len=0, raise_on_error=False):
        self.entries[key] = (value, globals()["time"].time() + time if time else 0)

    def incr(self, key, delta=1, time=0):
        self.set(key, (self.get(key) or 0) + delta, time=time)
        return self.get(key)

    def decr(self, key, delta=1, time=0):
        return self.incr(key, -delta, time)

    def delete(self, key, server_key=None):
        self.entries.pop(key, None)


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("--work", required=True, help="folder for everything that Swift writes")
    parser.add_argument("--region", required=True)
    parser.add_argument("--domain", required=True, help="host names below which buckets stand, with commas")
    parser.add_argument("--user", required=True, help="ACCOUNT:USER, which is the access key")
    parser.add_argument("--secret", required=True)
    return parser.parse_args()


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def configure(given, etc, devices):
    account, user = given.user.split(":")
    write(f"{etc}/swift.conf", "[swift-hash]\nswift_hash_path_suffix = tests\n[storage-policy:0]\nname = only\ndefault = yes\n")
    write(f"{etc}/proxy-server.conf", PROXY.format(
        etc=etc, region=given.region, domain=given.domain, account=account, user=user, secret=given.secret))
    for name in BACKENDS:
        write(f"{etc}/{name}-server.conf", BACKEND.format(etc=etc, devices=devices, name=name))


def learn(etc):
    """Swift reads the system's swift.conf while it is imported; ours has to take its place."""
    from swift.common import storage_policy, utils
    utils.SWIFT_CONF_FILE = storage_policy.SWIFT_CONF_FILE = f"{etc}/swift.conf"
    utils.HASH_PATH_PREFIX = utils.HASH_PATH_SUFFIX = b""
    utils.validate_hash_conf()
    storage_policy.reload_storage_policies()


def make_rings(etc, sockets):
    from swift.common.ring import RingBuilder
    for name in BACKENDS:
        place = {"ip": "127.0.0.1", "port": sockets[name].getsockname()[1]}
        builder = RingBuilder(part_power=4, replicas=1, min_part_hours=1)
        builder.add_dev({
            "id": 0, "region": 1, "zone": 1, "weight": 1.0, "device": "disk", "meta": "",
            **place, "replication_ip": place["ip"], "replication_port": place["port"]})
        builder.rebalance()
        builder.get_ring().save(f"{etc}/{name}.ring.gz")


def serve(etc, name, socket, log):
    from eventlet import wsgi
    from swift.common.wsgi import SwiftHttpProtocol, loadapp
    app, memory = loadapp(f"{etc}/{name}-server.conf", global_conf={"log_name": name}), Memory()

    def remembering(environment, start):
        environment["swift.cache"] = memory
        return app(environment, start)

    eventlet.spawn(
        wsgi.server, socket, remembering, log, protocol=SwiftHttpProtocol, log_output=False, capitalize_response_headers=False)


def main():
    given = options()
    work = os.path.abspath(given.work)
    etc, devices = f"{work}/etc", f"{work}/devices"
    os.makedirs(etc)
    os.makedirs(f"{devices}/disk")
    sockets = {name: eventlet.listen(("127.0.0.1", 0)) for name in (*BACKENDS, "proxy")}
    configure(given, etc, devices)
    learn(etc)
    make_rings(etc, sockets)
    with open(f"{work}/requests.log", "a", encoding="utf-8") as log:
        for name, socket in sockets.items():
            serve(etc, name, socket, log)
        print(json.dumps({"port": sockets["proxy"].getsockname()[1]}), flush=True)
        trampoline(sys.stdin.fileno(), read=True)  # nobody says anything: this is its end


main()
