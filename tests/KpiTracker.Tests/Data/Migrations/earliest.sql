PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY,
    "Timestamp" TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);
INSERT INTO __EFMigrationsHistory VALUES('20261122005006_KeepRegistersAccountsAndReports','10.0.14');
CREATE TABLE IF NOT EXISTS "Holidays" (
    "Date" TEXT NOT NULL CONSTRAINT "PK_Holidays" PRIMARY KEY,
    "Name" TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS "Indicators" (
    "Code" TEXT NOT NULL CONSTRAINT "PK_Indicators" PRIMARY KEY,
    "Position" INTEGER NOT NULL,
    "NameVi" TEXT NOT NULL,
    "NameEn" TEXT NOT NULL,
    "ShortNameVi" TEXT NOT NULL,
    "ShortNameEn" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Accumulation" TEXT NOT NULL,
    "NumeratorVi" TEXT NOT NULL,
    "DenominatorVi" TEXT NOT NULL,
    "UnitOfMeasureVi" TEXT NOT NULL,
    "Synonyms" TEXT NOT NULL
);
INSERT INTO Indicators VALUES('ADULTS',3,'Người dân trưởng thành có tri thức cơ bản về chuyển đổi số, kỹ năng số','Adults with basic digital skills','Người trưởng thành','Adults','Percentage','Stock','Số người trưởng thành đã đạt','Tổng số người trưởng thành','người','["ng\u01B0\u1EDDi tr\u01B0\u1EDFng th\u00E0nh","ng\u01B0\u1EDDi d\u00E2n trong \u0111\u1ED9 tu\u1ED5i tr\u01B0\u1EDFng th\u00E0nh","d\u00E2n s\u1ED1 tr\u01B0\u1EDFng th\u00E0nh","NTT","ng\u01B0\u1EDDi d\u00E2n tr\u01B0\u1EDFng th\u00E0nh","c\u00F4ng d\u00E2n tr\u01B0\u1EDFng th\u00E0nh","nh\u00E2n d\u00E2n tr\u01B0\u1EDFng th\u00E0nh"]');
INSERT INTO Indicators VALUES('AMBASSADORS',8,'Nhân sự “Đại sứ số” hỗ trợ tại phường, xã','Digital ambassadors','Đại sứ số','Ambassadors','Count','Stock','Số Đại sứ số','','người','["\u0111\u1EA1i s\u1EE9 s\u1ED1","\u0111\u1EA1i s\u1EE9 chuy\u1EC3n \u0111\u1ED5i s\u1ED1","\u0110SS"]');
INSERT INTO Indicators VALUES('CERTIFIED',12,'Người được xác nhận phổ cập kỹ năng số trên VNeID','Adults certified on VNeID','Xác nhận phổ cập','Certified on VNeID','Count','Cumulative','Số người được xác nhận','','người','["x\u00E1c nh\u1EADn ph\u1ED5 c\u1EADp","x\u00E1c nh\u1EADn tr\u00EAn VNeID","\u0111\u01B0\u1EE3c x\u00E1c nh\u1EADn ph\u1ED5 c\u1EADp","x\u00E1c nh\u1EADn ph\u1ED5 c\u1EADp k\u1EF9 n\u0103ng s\u1ED1","ng\u01B0\u1EDDi \u0111\u01B0\u1EE3c x\u00E1c nh\u1EADn ph\u1ED5 c\u1EADp"]');
INSERT INTO Indicators VALUES('COMMUNITY_TEAMS',9,'Tổ công nghệ số cộng đồng','Community digital technology teams','Tổ công nghệ số','Community teams','Count','Stock','Số tổ','','tổ','["t\u1ED5 c\u00F4ng ngh\u1EC7 s\u1ED1 c\u1ED9ng \u0111\u1ED3ng","t\u1ED5 chuy\u1EC3n \u0111\u1ED5i s\u1ED1 c\u1ED9ng \u0111\u1ED3ng","CNSC\u0110","C\u0110SC\u0110","t\u1ED5 CNSC\u0110","t\u1ED5 C\u0110SC\u0110","t\u1ED5 c\u00F4ng ngh\u1EC7 s\u1ED1","t\u1ED5 CNS c\u1ED9ng \u0111\u1ED3ng"]');
INSERT INTO Indicators VALUES('DIGITAL_ID',5,'Công dân từ 16 tuổi có danh tính số (VNeID)','Citizens from 16 with a digital identity','Danh tính số','Digital identity','Percentage','Stock','Số công dân có danh tính số','Tổng số công dân từ 16 tuổi','người','["danh t\u00EDnh s\u1ED1","VNeID","\u0111\u1ECBnh danh \u0111i\u1EC7n t\u1EED m\u1EE9c 2","t\u00E0i kho\u1EA3n \u0111\u1ECBnh danh","\u0110D\u0110T","\u0111\u1ECBnh danh \u0111i\u1EC7n t\u1EED","\u0111\u1ECBnh danh m\u1EE9c 2","t\u00E0i kho\u1EA3n VNeID","k\u00EDch ho\u1EA1t VNeID","c\u00F4ng d\u00E2n c\u00F3 danh t\u00EDnh s\u1ED1"]');
INSERT INTO Indicators VALUES('E_PAYMENT',7,'Người trưởng thành có tài khoản thanh toán điện tử','Adults with an electronic payment account','Thanh toán điện tử','E-payment','Percentage','Stock','Số người có tài khoản thanh toán điện tử','Tổng số người trưởng thành','người','["thanh to\u00E1n \u0111i\u1EC7n t\u1EED","TTKDTM","t\u00E0i kho\u1EA3n thanh to\u00E1n","TT\u0110T","thanh to\u00E1n kh\u00F4ng d\u00F9ng ti\u1EC1n m\u1EB7t","t\u00E0i kho\u1EA3n TT\u0110T","v\u00ED \u0111i\u1EC7n t\u1EED"]');
INSERT INTO Indicators VALUES('OFFICIALS',1,'Cán bộ, công chức, viên chức, người lao động khu vực công có hiểu biết về chuyển đổi số và sử dụng được nền tảng số','Public officials with digital knowledge and skills','Cán bộ, công chức','Officials','Percentage','Stock','Số CBCCVC và NLĐ khu vực công đã đạt','Tổng số CBCCVC và NLĐ khu vực công','người','["CBCCVC","c\u00E1n b\u1ED9 c\u00F4ng ch\u1EE9c","c\u00E1n b\u1ED9, c\u00F4ng ch\u1EE9c, vi\u00EAn ch\u1EE9c","CB, CC, VC","CBCCVC v\u00E0 NL\u0110 khu v\u1EF1c c\u00F4ng","c\u00E1n b\u1ED9, c\u00F4ng ch\u1EE9c","c\u00F4ng ch\u1EE9c, vi\u00EAn ch\u1EE9c","CBCC","CB,CC,VC","CCVC","c\u00E1n b\u1ED9 c\u00F4ng ch\u1EE9c vi\u00EAn ch\u1EE9c v\u00E0 ng\u01B0\u1EDDi lao \u0111\u1ED9ng","ng\u01B0\u1EDDi lao \u0111\u1ED9ng khu v\u1EF1c c\u00F4ng","NL\u0110 khu v\u1EF1c c\u00F4ng","c\u00E1n b\u1ED9, c\u00F4ng ch\u1EE9c, vi\u00EAn ch\u1EE9c v\u00E0 ng\u01B0\u1EDDi lao \u0111\u1ED9ng khu v\u1EF1c c\u00F4ng"]');
INSERT INTO Indicators VALUES('SMARTPHONE',6,'Người trưởng thành có điện thoại thông minh và kỹ năng số cơ bản','Adults with a smartphone and basic skills','Điện thoại thông minh','Smartphones','Percentage','Stock','Số người có điện thoại thông minh và kỹ năng số','Tổng số người trưởng thành','người','["\u0111i\u1EC7n tho\u1EA1i th\u00F4ng minh","smartphone","\u0110TTM","s\u1EED d\u1EE5ng \u0111i\u1EC7n tho\u1EA1i th\u00F4ng minh","c\u00F3 \u0111i\u1EC7n tho\u1EA1i th\u00F4ng minh"]');
INSERT INTO Indicators VALUES('STUDENTS',2,'Học sinh trung học, sinh viên được trang bị kiến thức, kỹ năng số','Pupils and students equipped with digital skills','Học sinh, sinh viên','Students','Percentage','Stock','Số học sinh và sinh viên đã được trang bị','Tổng số học sinh và sinh viên','người','["HSSV","HS, SV","h\u1ECDc sinh","h\u1ECDc sinh trung h\u1ECDc","h\u1ECDc sinh t\u1EEB THCS tr\u1EDF l\u00EAn","h\u1ECDc sinh sinh vi\u00EAn","HS-SV","HS SV","h\u1ECDc sinh, sinh vi\u00EAn","HSSV \u0111\u01B0\u1EE3c trang b\u1ECB k\u1EF9 n\u0103ng s\u1ED1","h\u1ECDc sinh THCS, THPT","sinh vi\u00EAn"]');
INSERT INTO Indicators VALUES('TRAINING_VISITS',11,'Lượt người được tập huấn kỹ năng số','Training attendances','Lượt tập huấn','Training attendances','Count','Flow','Số lượt','','lượt','["l\u01B0\u1EE3t t\u1EADp hu\u1EA5n","l\u01B0\u1EE3t ng\u01B0\u1EDDi","s\u1ED1 l\u01B0\u1EE3t","l\u01B0\u1EE3t ng\u01B0\u1EDDi \u0111\u01B0\u1EE3c t\u1EADp hu\u1EA5n","l\u01B0\u1EE3t ng\u01B0\u1EDDi tham gia t\u1EADp hu\u1EA5n","s\u1ED1 l\u01B0\u1EE3t t\u1EADp hu\u1EA5n"]');
INSERT INTO Indicators VALUES('UNIVERSAL_COMMUNES',10,'Xã, phường hoàn thành phổ cập kỹ năng số cơ bản','Communes with universal basic digital skills','Xã phổ cập','Universal communes','Count','Stock','Số xã hoàn thành','','xã','["x\u00E3 ho\u00E0n th\u00E0nh ph\u1ED5 c\u1EADp","ho\u00E0n th\u00E0nh ph\u1ED5 c\u1EADp","s\u1ED1 x\u00E3 ho\u00E0n th\u00E0nh ph\u1ED5 c\u1EADp","x\u00E3, ph\u01B0\u1EDDng ho\u00E0n th\u00E0nh ph\u1ED5 c\u1EADp"]');
INSERT INTO Indicators VALUES('WORKERS',4,'Người lao động trong doanh nghiệp, hợp tác xã có kiến thức cơ bản về công nghệ số','Workers with basic digital knowledge','Người lao động','Workers','Percentage','Stock','Số người lao động đã đạt','Tổng số người lao động','người','["NL\u0110","ng\u01B0\u1EDDi lao \u0111\u1ED9ng","NL\u0110 trong DN, HTX","lao \u0111\u1ED9ng doanh nghi\u1EC7p","c\u00F4ng nh\u00E2n","lao \u0111\u1ED9ng trong doanh nghi\u1EC7p, HTX","NL\u0110 trong doanh nghi\u1EC7p","ng\u01B0\u1EDDi lao \u0111\u1ED9ng trong doanh nghi\u1EC7p","ng\u01B0\u1EDDi lao \u0111\u1ED9ng trong DN, HTX","NL\u0110 DN, HTX"]');
CREATE TABLE IF NOT EXISTS "OrganisationUnits" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_OrganisationUnits" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "ValidFrom" TEXT NOT NULL,
    "ValidTo" TEXT NULL,
    "Name" TEXT NOT NULL,
    "NameWithKind" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "ParentId" INTEGER NULL,
    "Population" INTEGER NULL,
    CONSTRAINT "FK_OrganisationUnits_OrganisationUnits_ParentId" FOREIGN KEY ("ParentId") REFERENCES "OrganisationUnits" ("Id") ON DELETE RESTRICT
);
INSERT INTO OrganisationUnits VALUES(1,'01','0001-01-01',NULL,'Hà Nội','Thành phố Hà Nội','city',NULL,NULL);
INSERT INTO OrganisationUnits VALUES(35,'003','0001-01-01','2025-06-30','Tây Hồ','Quận Tây Hồ','quan',1,NULL);
INSERT INTO OrganisationUnits VALUES(40,'00103','0001-01-01','2025-06-30','Xuân La','Phường Xuân La','phuong',35,27500);
INSERT INTO OrganisationUnits VALUES(42,'00109','0001-01-01','2025-06-30','Bưởi','Phường Bưởi','phuong',35,24778);
INSERT INTO OrganisationUnits VALUES(747,'KV003','2025-07-01',NULL,'Tây Hồ','Khu vực Tây Hồ','khu_vuc',1,NULL);
INSERT INTO OrganisationUnits VALUES(782,'00103','2025-07-01',NULL,'Tây Hồ','Phường Tây Hồ','phuong',747,100122);
CREATE TABLE IF NOT EXISTS "RegisterVersion" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_RegisterVersion" PRIMARY KEY,
    "Fingerprint" TEXT NOT NULL
);
INSERT INTO RegisterVersion VALUES(1,'2025');
CREATE TABLE IF NOT EXISTS "AspNetUsers" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AspNetUsers" PRIMARY KEY,
    "DisplayName" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "UnitId" INTEGER NOT NULL,
    "IsSample" INTEGER NOT NULL,
    "UserName" TEXT NULL,
    "NormalizedUserName" TEXT NULL,
    "Email" TEXT NULL,
    "NormalizedEmail" TEXT NULL,
    "EmailConfirmed" INTEGER NOT NULL,
    "PasswordHash" TEXT NULL,
    "SecurityStamp" TEXT NULL,
    "ConcurrencyStamp" TEXT NULL,
    "PhoneNumber" TEXT NULL,
    "PhoneNumberConfirmed" INTEGER NOT NULL,
    "TwoFactorEnabled" INTEGER NOT NULL,
    "LockoutEnd" TEXT NULL,
    "LockoutEnabled" INTEGER NOT NULL,
    "AccessFailedCount" INTEGER NOT NULL,
    CONSTRAINT "FK_AspNetUsers_OrganisationUnits_UnitId" FOREIGN KEY ("UnitId") REFERENCES "OrganisationUnits" ("Id") ON DELETE RESTRICT
);
INSERT INTO AspNetUsers VALUES('a312e6a7-4238-4e28-9de3-54474a16568e','Phạm Quốc Bảo','Administrator',1,1,'mau-quan-tri','MAU-QUAN-TRI',NULL,NULL,0,NULL,'x','y',NULL,0,0,NULL,1,0);
INSERT INTO AspNetUsers VALUES('20f6be0c-1054-4ec6-b441-38a89be37c98','Nguyễn Thu Hà','DistrictOfficer',747,1,'mau-chuyen-vien','MAU-CHUYEN-VIEN',NULL,NULL,0,NULL,'x','y',NULL,0,0,NULL,1,0);
INSERT INTO AspNetUsers VALUES('56f29f41-c61d-4e66-b3b1-5c477317ec09','Trần Minh Đức','Leader',747,1,'mau-lanh-dao','MAU-LANH-DAO',NULL,NULL,0,NULL,'x','y',NULL,0,0,NULL,1,0);
INSERT INTO AspNetUsers VALUES('2258ad62-cf21-44fd-9955-9a2ed04157bd','Lê Thị Lan','WardOfficer',782,1,'mau-can-bo-phuong','MAU-CAN-BO-PHUONG',NULL,NULL,0,NULL,'x','y',NULL,0,0,NULL,1,0);
CREATE TABLE IF NOT EXISTS "Successions" (
    "FromId" INTEGER NOT NULL,
    "ToId" INTEGER NOT NULL,
    "Portion" TEXT NOT NULL,
    "Note" TEXT NOT NULL,
    CONSTRAINT "PK_Successions" PRIMARY KEY ("FromId", "ToId"),
    CONSTRAINT "FK_Successions_OrganisationUnits_FromId" FOREIGN KEY ("FromId") REFERENCES "OrganisationUnits" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Successions_OrganisationUnits_ToId" FOREIGN KEY ("ToId") REFERENCES "OrganisationUnits" ("Id") ON DELETE RESTRICT
);
CREATE TABLE IF NOT EXISTS "Targets" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Targets" PRIMARY KEY AUTOINCREMENT,
    "UnitId" INTEGER NOT NULL,
    "IndicatorCode" TEXT NOT NULL,
    "Comparator" TEXT NOT NULL,
    "ComparatorStated" INTEGER NOT NULL,
    "Value" TEXT NOT NULL,
    "Measure" TEXT NOT NULL,
    "Deadline" TEXT NULL,
    "Precision" TEXT NOT NULL,
    "Source" TEXT NOT NULL,
    "Quote" TEXT NOT NULL,
    CONSTRAINT "FK_Targets_Indicators_IndicatorCode" FOREIGN KEY ("IndicatorCode") REFERENCES "Indicators" ("Code") ON DELETE RESTRICT,
    CONSTRAINT "FK_Targets_OrganisationUnits_UnitId" FOREIGN KEY ("UnitId") REFERENCES "OrganisationUnits" ("Id") ON DELETE RESTRICT
);
CREATE TABLE IF NOT EXISTS "Workbooks" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Workbooks" PRIMARY KEY AUTOINCREMENT,
    "FileName" TEXT NOT NULL,
    "Sha256" TEXT NOT NULL,
    "Size" INTEGER NOT NULL,
    "StoredName" TEXT NOT NULL,
    "ReceivedAt" TEXT NOT NULL,
    "SentById" TEXT NOT NULL,
    "SentByName" TEXT NOT NULL,
    "UnitId" INTEGER NOT NULL,
    "Period" TEXT NOT NULL,
    "Origin" TEXT NOT NULL,
    CONSTRAINT "FK_Workbooks_OrganisationUnits_UnitId" FOREIGN KEY ("UnitId") REFERENCES "OrganisationUnits" ("Id") ON DELETE RESTRICT
);
INSERT INTO Workbooks VALUES(1,'tong-hop_003_2025-04.xlsx','f2ad2b794c591dba5dfc960ae9a84dc9e27fd1859e28953ae6464b4573a0ad26',7403,'8461be231bc092587a3bac3060cf8957.xlsx','2025-05-07T01:05:00.0000000Z','mau-003','Nguyễn Thu Hà',35,'2025-04','Sample');
INSERT INTO Workbooks VALUES(6,'tong-hop_003_2025-05.xlsx','843749a078c01a05c1beeb8bc7ab3fde65b48288e4f657a8a10c6ab22e3885b6',6755,'2b028bc0689e718c086a497cf678c8a1.xlsx','2025-06-04T06:43:00.0000000Z','mau-003','Nguyễn Thu Hà',35,'2025-05','Sample');
CREATE TABLE IF NOT EXISTS "AspNetUserClaims" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AspNetUserClaims" PRIMARY KEY AUTOINCREMENT,
    "UserId" TEXT NOT NULL,
    "ClaimType" TEXT NULL,
    "ClaimValue" TEXT NULL,
    CONSTRAINT "FK_AspNetUserClaims_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS "AspNetUserLogins" (
    "LoginProvider" TEXT NOT NULL,
    "ProviderKey" TEXT NOT NULL,
    "ProviderDisplayName" TEXT NULL,
    "UserId" TEXT NOT NULL,
    CONSTRAINT "PK_AspNetUserLogins" PRIMARY KEY ("LoginProvider", "ProviderKey"),
    CONSTRAINT "FK_AspNetUserLogins_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS "AspNetUserTokens" (
    "UserId" TEXT NOT NULL,
    "LoginProvider" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Value" TEXT NULL,
    CONSTRAINT "PK_AspNetUserTokens" PRIMARY KEY ("UserId", "LoginProvider", "Name"),
    CONSTRAINT "FK_AspNetUserTokens_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS "ReportDrafts" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ReportDrafts" PRIMARY KEY,
    "UnitId" INTEGER NOT NULL,
    "Period" TEXT NOT NULL,
    "FileName" TEXT NOT NULL,
    "Sha256" TEXT NOT NULL,
    "Size" INTEGER NOT NULL,
    "StoredName" TEXT NOT NULL,
    "ReceivedAt" TEXT NOT NULL,
    "AccountId" TEXT NOT NULL,
    "ReceiptId" INTEGER NULL,
    "WasUnchanged" INTEGER NOT NULL,
    CONSTRAINT "FK_ReportDrafts_OrganisationUnits_UnitId" FOREIGN KEY ("UnitId") REFERENCES "OrganisationUnits" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ReportDrafts_Workbooks_ReceiptId" FOREIGN KEY ("ReceiptId") REFERENCES "Workbooks" ("Id") ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS "SubmissionFindings" (
    "WorkbookId" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "Code" TEXT NOT NULL,
    "Severity" TEXT NOT NULL,
    "Sheet" TEXT NULL,
    "Cell" TEXT NULL,
    "TextKey" TEXT NOT NULL,
    "Arguments" TEXT NOT NULL,
    "IndicatorCode" TEXT NULL,
    "Answer" TEXT NULL,
    "AnsweredByName" TEXT NULL,
    CONSTRAINT "PK_SubmissionFindings" PRIMARY KEY ("WorkbookId", "Position"),
    CONSTRAINT "FK_SubmissionFindings_Workbooks_WorkbookId" FOREIGN KEY ("WorkbookId") REFERENCES "Workbooks" ("Id") ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS "Submissions" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Submissions" PRIMARY KEY AUTOINCREMENT,
    "UnitId" INTEGER NOT NULL,
    "Period" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "WorkbookId" INTEGER NOT NULL,
    "Layout" TEXT NOT NULL,
    "SubmittedAt" TEXT NOT NULL,
    "SubmittedById" TEXT NOT NULL,
    "SubmittedByName" TEXT NOT NULL,
    "IsCurrent" INTEGER NOT NULL,
    "ReturnedAt" TEXT NULL,
    "ReturnedById" TEXT NULL,
    "ReturnedByName" TEXT NULL,
    "ReturnReason" TEXT NULL,
    CONSTRAINT "FK_Submissions_OrganisationUnits_UnitId" FOREIGN KEY ("UnitId") REFERENCES "OrganisationUnits" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Submissions_Workbooks_WorkbookId" FOREIGN KEY ("WorkbookId") REFERENCES "Workbooks" ("Id") ON DELETE RESTRICT
);
INSERT INTO Submissions VALUES(5,40,'2025-04',1,1,'UnitsInRows','2025-05-07T01:05:00.0000000Z','mau-003','Nguyễn Thu Hà',1,NULL,NULL,NULL,NULL);
INSERT INTO Submissions VALUES(7,42,'2025-04',1,1,'UnitsInRows','2025-05-07T01:05:00.0000000Z','mau-003','Nguyễn Thu Hà',1,NULL,NULL,NULL,NULL);
INSERT INTO Submissions VALUES(55,40,'2025-05',1,6,'UnitsInRows','2025-06-04T06:43:00.0000000Z','mau-003','Nguyễn Thu Hà',1,NULL,NULL,NULL,NULL);
INSERT INTO Submissions VALUES(56,42,'2025-05',1,6,'UnitsInRows','2025-06-04T06:43:00.0000000Z','mau-003','Nguyễn Thu Hà',1,NULL,NULL,NULL,NULL);
CREATE TABLE IF NOT EXISTS "CurrentFigures" (
    "UnitId" INTEGER NOT NULL,
    "Period" TEXT NOT NULL,
    "IndicatorCode" TEXT NOT NULL,
    "Numerator" INTEGER NULL,
    "Denominator" INTEGER NULL,
    "Percent" TEXT NULL,
    "SubmissionId" INTEGER NOT NULL,
    CONSTRAINT "PK_CurrentFigures" PRIMARY KEY ("UnitId", "Period", "IndicatorCode"),
    CONSTRAINT "FK_CurrentFigures_OrganisationUnits_UnitId" FOREIGN KEY ("UnitId") REFERENCES "OrganisationUnits" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_CurrentFigures_Submissions_SubmissionId" FOREIGN KEY ("SubmissionId") REFERENCES "Submissions" ("Id") ON DELETE CASCADE
);
INSERT INTO CurrentFigures VALUES(40,'2025-04','ADULTS',6993,18157,NULL,5);
INSERT INTO CurrentFigures VALUES(40,'2025-04','AMBASSADORS',1,NULL,NULL,5);
INSERT INTO CurrentFigures VALUES(40,'2025-04','COMMUNITY_TEAMS',14,NULL,NULL,5);
INSERT INTO CurrentFigures VALUES(40,'2025-04','DIGITAL_ID',13398,19258,NULL,5);
INSERT INTO CurrentFigures VALUES(40,'2025-04','OFFICIALS',67,136,NULL,5);
INSERT INTO CurrentFigures VALUES(40,'2025-04','SMARTPHONE',12193,18157,NULL,5);
INSERT INTO CurrentFigures VALUES(40,'2025-04','STUDENTS',1565,2647,NULL,5);
INSERT INTO CurrentFigures VALUES(40,'2025-04','TRAINING_VISITS',260,NULL,NULL,5);
INSERT INTO CurrentFigures VALUES(40,'2025-04','WORKERS',1343,4538,NULL,5);
INSERT INTO CurrentFigures VALUES(42,'2025-04','ADULTS',5738,16599,NULL,7);
INSERT INTO CurrentFigures VALUES(42,'2025-04','AMBASSADORS',1,NULL,NULL,7);
INSERT INTO CurrentFigures VALUES(42,'2025-04','COMMUNITY_TEAMS',13,NULL,NULL,7);
INSERT INTO CurrentFigures VALUES(42,'2025-04','DIGITAL_ID',12432,17605,NULL,7);
INSERT INTO CurrentFigures VALUES(42,'2025-04','OFFICIALS',71,134,NULL,7);
INSERT INTO CurrentFigures VALUES(42,'2025-04','SMARTPHONE',10907,16599,NULL,7);
INSERT INTO CurrentFigures VALUES(42,'2025-04','STUDENTS',1536,2494,NULL,7);
INSERT INTO CurrentFigures VALUES(42,'2025-04','TRAINING_VISITS',216,NULL,NULL,7);
INSERT INTO CurrentFigures VALUES(42,'2025-04','WORKERS',1192,4454,NULL,7);
INSERT INTO CurrentFigures VALUES(40,'2025-05','ADULTS',7444,18157,NULL,55);
INSERT INTO CurrentFigures VALUES(40,'2025-05','AMBASSADORS',1,NULL,NULL,55);
INSERT INTO CurrentFigures VALUES(40,'2025-05','COMMUNITY_TEAMS',15,NULL,NULL,55);
INSERT INTO CurrentFigures VALUES(40,'2025-05','DIGITAL_ID',13812,19258,NULL,55);
INSERT INTO CurrentFigures VALUES(40,'2025-05','OFFICIALS',72,136,NULL,55);
INSERT INTO CurrentFigures VALUES(40,'2025-05','SMARTPHONE',12632,18157,NULL,55);
INSERT INTO CurrentFigures VALUES(40,'2025-05','STUDENTS',1673,2647,NULL,55);
INSERT INTO CurrentFigures VALUES(40,'2025-05','TRAINING_VISITS',225,NULL,NULL,55);
INSERT INTO CurrentFigures VALUES(40,'2025-05','WORKERS',1386,4538,NULL,55);
INSERT INTO CurrentFigures VALUES(42,'2025-05','ADULTS',6077,16599,NULL,56);
INSERT INTO CurrentFigures VALUES(42,'2025-05','AMBASSADORS',1,NULL,NULL,56);
INSERT INTO CurrentFigures VALUES(42,'2025-05','COMMUNITY_TEAMS',14,NULL,NULL,56);
INSERT INTO CurrentFigures VALUES(42,'2025-05','DIGITAL_ID',12680,17605,NULL,56);
INSERT INTO CurrentFigures VALUES(42,'2025-05','OFFICIALS',80,134,NULL,56);
INSERT INTO CurrentFigures VALUES(42,'2025-05','SMARTPHONE',11433,16599,NULL,56);
INSERT INTO CurrentFigures VALUES(42,'2025-05','STUDENTS',1647,2494,NULL,56);
INSERT INTO CurrentFigures VALUES(42,'2025-05','TRAINING_VISITS',416,NULL,NULL,56);
INSERT INTO CurrentFigures VALUES(42,'2025-05','WORKERS',1275,4454,NULL,56);
CREATE TABLE IF NOT EXISTS "SubmittedFigures" (
    "SubmissionId" INTEGER NOT NULL,
    "IndicatorCode" TEXT NOT NULL,
    "Numerator" INTEGER NULL,
    "Denominator" INTEGER NULL,
    "Percent" TEXT NULL,
    "Sheet" TEXT NOT NULL,
    "Cell" TEXT NOT NULL,
    "DenominatorCell" TEXT NULL,
    CONSTRAINT "PK_SubmittedFigures" PRIMARY KEY ("SubmissionId", "IndicatorCode"),
    CONSTRAINT "FK_SubmittedFigures_Indicators_IndicatorCode" FOREIGN KEY ("IndicatorCode") REFERENCES "Indicators" ("Code") ON DELETE RESTRICT,
    CONSTRAINT "FK_SubmittedFigures_Submissions_SubmissionId" FOREIGN KEY ("SubmissionId") REFERENCES "Submissions" ("Id") ON DELETE CASCADE
);
INSERT INTO SubmittedFigures VALUES(5,'ADULTS',6993,18157,NULL,'Tổng hợp','J13','I13');
INSERT INTO SubmittedFigures VALUES(5,'AMBASSADORS',1,NULL,NULL,'Tổng hợp','U13',NULL);
INSERT INTO SubmittedFigures VALUES(5,'COMMUNITY_TEAMS',14,NULL,NULL,'Tổng hợp','V13',NULL);
INSERT INTO SubmittedFigures VALUES(5,'DIGITAL_ID',13398,19258,NULL,'Tổng hợp','P13','O13');
INSERT INTO SubmittedFigures VALUES(5,'OFFICIALS',67,136,NULL,'Tổng hợp','D13','C13');
INSERT INTO SubmittedFigures VALUES(5,'SMARTPHONE',12193,18157,NULL,'Tổng hợp','S13','R13');
INSERT INTO SubmittedFigures VALUES(5,'STUDENTS',1565,2647,NULL,'Tổng hợp','G13','F13');
INSERT INTO SubmittedFigures VALUES(5,'TRAINING_VISITS',260,NULL,NULL,'Tổng hợp','W13',NULL);
INSERT INTO SubmittedFigures VALUES(5,'WORKERS',1343,4538,NULL,'Tổng hợp','M13','L13');
INSERT INTO SubmittedFigures VALUES(7,'ADULTS',5738,16599,NULL,'Tổng hợp','J15','I15');
INSERT INTO SubmittedFigures VALUES(7,'AMBASSADORS',1,NULL,NULL,'Tổng hợp','U15',NULL);
INSERT INTO SubmittedFigures VALUES(7,'COMMUNITY_TEAMS',13,NULL,NULL,'Tổng hợp','V15',NULL);
INSERT INTO SubmittedFigures VALUES(7,'DIGITAL_ID',12432,17605,NULL,'Tổng hợp','P15','O15');
INSERT INTO SubmittedFigures VALUES(7,'OFFICIALS',71,134,NULL,'Tổng hợp','D15','C15');
INSERT INTO SubmittedFigures VALUES(7,'SMARTPHONE',10907,16599,NULL,'Tổng hợp','S15','R15');
INSERT INTO SubmittedFigures VALUES(7,'STUDENTS',1536,2494,NULL,'Tổng hợp','G15','F15');
INSERT INTO SubmittedFigures VALUES(7,'TRAINING_VISITS',216,NULL,NULL,'Tổng hợp','W15',NULL);
INSERT INTO SubmittedFigures VALUES(7,'WORKERS',1192,4454,NULL,'Tổng hợp','M15','L15');
INSERT INTO SubmittedFigures VALUES(55,'ADULTS',7444,18157,NULL,'Tổng hợp','J12','I12');
INSERT INTO SubmittedFigures VALUES(55,'AMBASSADORS',1,NULL,NULL,'Tổng hợp','U12',NULL);
INSERT INTO SubmittedFigures VALUES(55,'COMMUNITY_TEAMS',15,NULL,NULL,'Tổng hợp','V12',NULL);
INSERT INTO SubmittedFigures VALUES(55,'DIGITAL_ID',13812,19258,NULL,'Tổng hợp','P12','O12');
INSERT INTO SubmittedFigures VALUES(55,'OFFICIALS',72,136,NULL,'Tổng hợp','D12','C12');
INSERT INTO SubmittedFigures VALUES(55,'SMARTPHONE',12632,18157,NULL,'Tổng hợp','S12','R12');
INSERT INTO SubmittedFigures VALUES(55,'STUDENTS',1673,2647,NULL,'Tổng hợp','G12','F12');
INSERT INTO SubmittedFigures VALUES(55,'TRAINING_VISITS',225,NULL,NULL,'Tổng hợp','W12',NULL);
INSERT INTO SubmittedFigures VALUES(55,'WORKERS',1386,4538,NULL,'Tổng hợp','M12','L12');
INSERT INTO SubmittedFigures VALUES(56,'ADULTS',6077,16599,NULL,'Tổng hợp','J13','I13');
INSERT INTO SubmittedFigures VALUES(56,'AMBASSADORS',1,NULL,NULL,'Tổng hợp','U13',NULL);
INSERT INTO SubmittedFigures VALUES(56,'COMMUNITY_TEAMS',14,NULL,NULL,'Tổng hợp','V13',NULL);
INSERT INTO SubmittedFigures VALUES(56,'DIGITAL_ID',12680,17605,NULL,'Tổng hợp','P13','O13');
INSERT INTO SubmittedFigures VALUES(56,'OFFICIALS',80,134,NULL,'Tổng hợp','D13','C13');
INSERT INTO SubmittedFigures VALUES(56,'SMARTPHONE',11433,16599,NULL,'Tổng hợp','S13','R13');
INSERT INTO SubmittedFigures VALUES(56,'STUDENTS',1647,2494,NULL,'Tổng hợp','G13','F13');
INSERT INTO SubmittedFigures VALUES(56,'TRAINING_VISITS',416,NULL,NULL,'Tổng hợp','W13',NULL);
INSERT INTO SubmittedFigures VALUES(56,'WORKERS',1275,4454,NULL,'Tổng hợp','M13','L13');
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('OrganisationUnits',4095);
INSERT INTO sqlite_sequence VALUES('Targets',19);
INSERT INTO sqlite_sequence VALUES('Workbooks',777);
INSERT INTO sqlite_sequence VALUES('Submissions',3697);
CREATE INDEX "IX_AspNetUserClaims_UserId" ON "AspNetUserClaims" ("UserId");
CREATE INDEX "IX_AspNetUserLogins_UserId" ON "AspNetUserLogins" ("UserId");
CREATE INDEX "EmailIndex" ON "AspNetUsers" ("NormalizedEmail");
CREATE INDEX "IX_AspNetUsers_UnitId" ON "AspNetUsers" ("UnitId");
CREATE UNIQUE INDEX "UserNameIndex" ON "AspNetUsers" ("NormalizedUserName");
CREATE INDEX "IX_CurrentFigures_SubmissionId" ON "CurrentFigures" ("SubmissionId");
CREATE UNIQUE INDEX "IX_OrganisationUnits_Code_ValidFrom" ON "OrganisationUnits" ("Code", "ValidFrom");
CREATE INDEX "IX_OrganisationUnits_ParentId" ON "OrganisationUnits" ("ParentId");
CREATE INDEX "IX_ReportDrafts_ReceiptId" ON "ReportDrafts" ("ReceiptId");
CREATE INDEX "IX_ReportDrafts_ReceivedAt" ON "ReportDrafts" ("ReceivedAt");
CREATE INDEX "IX_ReportDrafts_UnitId" ON "ReportDrafts" ("UnitId");
CREATE UNIQUE INDEX "IX_Submissions_Current" ON "Submissions" ("UnitId", "Period") WHERE "IsCurrent" = 1;
CREATE UNIQUE INDEX "IX_Submissions_UnitId_Period_Revision" ON "Submissions" ("UnitId", "Period", "Revision");
CREATE INDEX "IX_Submissions_WorkbookId" ON "Submissions" ("WorkbookId");
CREATE INDEX "IX_SubmittedFigures_IndicatorCode" ON "SubmittedFigures" ("IndicatorCode");
CREATE INDEX "IX_Successions_ToId" ON "Successions" ("ToId");
CREATE INDEX "IX_Targets_IndicatorCode" ON "Targets" ("IndicatorCode");
CREATE INDEX "IX_Targets_UnitId" ON "Targets" ("UnitId");
CREATE UNIQUE INDEX "IX_Workbooks_StoredName" ON "Workbooks" ("StoredName");
CREATE INDEX "IX_Workbooks_UnitId_Period" ON "Workbooks" ("UnitId", "Period");
COMMIT;
